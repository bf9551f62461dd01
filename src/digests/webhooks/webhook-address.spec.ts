import { webhookTarget } from './webhook-address.js';
import { WebhookSettings } from './webhook-settings.js';

const earnest = new WebhookSettings(['hooks.inside.example:8443', '10.0.0.5'], true);
const why = (text: string, settings = earnest): unknown => {
  try {
    webhookTarget(text, settings);
    return null;
  } catch (error) {
    return (error as { context: Record<string, unknown> }).context['why'];
  }
};

describe('the address of a webhook', () => {
  it.each([
    ['https://hooks.example.org/tessera?for=us', null],
    ['https://93.184.215.14/', null],
    ['https://hooks.inside.example:8443/x', null],
    ['https://10.0.0.5:9000/x', null],
    ['http://hooks.example.org/', 'not-https'],
    ['http://10.0.0.5/', 'not-https'],
    ['ftp://hooks.example.org/', 'not-an-address'],
    ['file:///etc/passwd', 'not-an-address'],
    ['hooks.example.org', 'not-an-address'],
    ['https://ada:secret@hooks.example.org/', 'password-inside'],
    ['https://127.0.0.1/', 'not-public'],
    ['https://2130706433/', 'not-public'],
    ['https://0x7f.1/', 'not-public'],
    ['https://[::1]/', 'not-public'],
    ['https://[::ffff:169.254.169.254]/', 'not-public'],
    ['https://169.254.169.254/latest/meta-data', 'not-public'],
    ['https://192.168.1.1/', 'not-public'],
    ['https://[fe80::1]/', 'not-public'],
    ['https://[fd00::1]/', 'not-public'],
    ['https://localhost/', 'not-public'],
    ['https://inside/', 'not-public'],
    ['https://10.0.0.6/', 'not-public'],
  ])('%s: %s', (text, refused) => {
    expect(why(text)).toBe(refused);
  });

  it('may be in the clear outside production, and still is public', () => {
    const trying = new WebhookSettings([], false);
    expect(why('http://hooks.example.org/', trying)).toBeNull();
    expect(why('http://127.0.0.1:8080/', trying)).toBe('not-public');
  });
});
