import { readFileSync } from 'node:fs';
import { members, notes, problems, readMembers } from '../../../test/support/read-members.js';

const template = (name: string): Buffer =>
  readFileSync(new URL(`../../../data/templates/${name}`, import.meta.url));

describe('the files in data/templates', () => {
  it('sample: every row is read, and nothing about it is odd', async () => {
    const file = await readMembers(template('members-sample.csv'));
    expect(problems(file)).toEqual([]);
    expect(members(file)).toHaveLength(8);
    expect(notes(file)).toEqual([]);
    expect(file.columns.map(({ treatment }) => treatment)).not.toContain('kept');
  });

  it('template: its header is that of the sample, and a row typed into it is read', async () => {
    const [header = ''] = template('members-sample.csv').toString().split('\r\n');
    expect(template('members-template.csv').toString()).toBe(`${header}\r\n`);
    expect(members(await readMembers(`${header}\r\nAlfa Inventata srl\r\n`))).toHaveLength(1);
  });
});
