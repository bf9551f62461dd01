import { newWebhookSecret, shownSecret, webhookHeaders } from './webhook-signature.js';

describe('the signature of a webhook', () => {
  it('is the one of the published example of Standard Webhooks', () => {
    const secret = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
    const message = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', body: '{"test": 2432232314}' };
    expect(webhookHeaders(message, [secret], new Date(1_614_265_330_999))).toEqual({
      'webhook-id': message.id,
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('is there for each secret, and another where one byte is', () => {
    const [one, other] = [newWebhookSecret(), newWebhookSecret()];
    const at = new Date(0);
    const signatures = (body: string): string[] =>
      (webhookHeaders({ id: 'a', body }, [one, other], at)['webhook-signature'] ?? '').split(' ');
    expect(new Set([...signatures('x'), ...signatures('y')]).size).toBe(4);
    expect(shownSecret(one)).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  });
});
