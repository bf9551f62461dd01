/** What people are told of their account by mail: what they would want to know if it was not them. */
export const noticeKinds = [
  'new-device',
  'password-changed',
  'second-factor-set-up',
  'second-factor-removed',
  'passkey-added',
  'passkey-removed',
  'recovery-codes-made',
  'recovery-code-used',
  'identity-linked',
  'identity-unlinked',
  'roles-changed',
  'credentials-reset',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];
