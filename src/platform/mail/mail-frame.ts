import { applyDecorators, Header } from '@nestjs/common';

const policy =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

/** A route that answers the HTML of a mail, for a frame of its own: no script, nothing from outside, whatever is in it. */
export const AnswersMailFrame = (): MethodDecorator =>
  applyDecorators(
    Header('content-type', 'text/html; charset=utf-8'),
    Header('content-security-policy', policy),
    Header('origin-agent-cluster', '?0'), // in the sandbox it has no origin to be kept apart by
  );
