import { cookie, cookieName, cookieValue } from '../../platform/http/cookies.js';

/** A browser is remembered for 400 days, the longest that browsers keep a cookie. */
const deviceSeconds = 400 * 24 * 3_600;

export const sessionToken = (header: string | undefined, secure: boolean): string | undefined =>
  cookieValue(header, cookieName('sid', secure));

export const deviceToken = (header: string | undefined, secure: boolean): string | undefined =>
  cookieValue(header, cookieName('device', secure));

export const sessionCookie = (token: string, secure: boolean, hours: number): string =>
  cookie(cookieName('sid', secure), token, { secure, seconds: hours * 3_600 });

export const endedSessionCookie = (secure: boolean): string =>
  cookie(cookieName('sid', secure), '', { secure, seconds: 0 });

export const deviceCookie = (token: string, secure: boolean): string =>
  cookie(cookieName('device', secure), token, { secure, seconds: deviceSeconds });
