/** The face of digests: what each member is told of a week, and how often they want to hear. */
export type { DigestItem, FoundItem, Frequency, Waiting } from './digest.js';
export { DigestsModule } from './digests.module.js';
export { digestLetter, silenceLetter, type DigestEnvelope } from './digest-letter.js';
export { digestMail } from './digest-mail.js';
export { MemberFindings, type DigestReader } from './member-findings.js';
export { savedAlertLetter, type AlertEnvelope, type ToldCall } from './alerts/saved-alert-letter.js';
export { SavedAlerts } from './alerts/saved-alerts.js';
export { mondayOf } from './monday-of.js';
export { PreviewDigests, type PreviewedDigest } from './preview-digests.js';
export { Subscriptions } from './subscriptions.js';
export { WeeklyDigests, type DigestRound } from './weekly-digests.js';
export { webhookOffLetter } from './webhooks/webhook-off-mail.js';
export { WebhookSettings } from './webhooks/webhook-settings.js';
