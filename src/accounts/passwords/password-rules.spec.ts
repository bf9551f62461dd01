import { requireGoodPassword } from './password-rules.js';

const about = ['Ada Bianchi', 'ada.bianchi@officine-aurora.example', 'afil'];
const judge =
  (secondFactor: boolean) =>
  (password: string): string => {
    try {
      requireGoodPassword(password, { secondFactor, about });
      return 'taken';
    } catch (error) {
      return (error as Error).message;
    }
  };
const alone = judge(false);
const withCode = judge(true);

describe('the rules for passwords', () => {
  it.each([
    'four lamps and a kite',
    'tre gatti sul tetto rosso',
    'ìììàààùùùèèèòòòqwz',
    'x'.repeat(3) + ' über Brücken gehn',
  ])('take "%s" alone', (password) => expect(alone(password)).toBe('taken'));

  it('ask for 15 characters alone and 8 beside a second factor, counted as people count', () => {
    expect(alone('kite lamp four')).toContain('has 14 characters and needs 15');
    expect(withCode('kitelamp')).toBe('taken');
    expect(withCode('kitelam')).toContain('has 7 characters and needs 8');
    expect(alone('k'.repeat(200) + 'itelamp'.repeat(9))).toContain('256 are enough');
  });

  it.each([
    'correct horse battery staple',
    'Password Password 1!',
    'Nonricordolapassword99',
    'qwertyuiopasdfgh',
    'abcdefghijklmnopq',
  ])('refuse "%s", which is tried first', (password) =>
    expect(alone(password)).toContain('first that are tried'),
  );

  it('refuse repetition and names that everybody knows', () => {
    expect(alone('abababababababababab')).toContain('repeats a few characters');
    expect(alone('Ada Bianchi Aurora AFIL')).toContain('names that anybody knows');
    expect(alone('tessera tessera tessera')).toContain('names that anybody knows');
  });

  it('never repeat what was typed', () => {
    for (const password of ['short one', 'qwertyuiopasdfgh', 'Ada Bianchi Aurora AFIL'])
      expect(alone(password)).not.toContain(password);
  });
});
