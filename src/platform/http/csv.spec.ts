import { csv } from './csv.js';

describe('a table for a spreadsheet', () => {
  it('quotes what would break a row, and keeps what is not stated empty', () => {
    expect(
      csv(
        ['a', 'b'],
        [
          ['x, "y"', null],
          ['two\nlines', 0],
        ],
      ),
    ).toBe('\ufeffa,b\r\n"x, ""y""",\r\n"two\nlines",0\r\n');
  });

  it.each(['=1+1', '+39', '-2', '@SUM(A1)', '\tx', '\r=x'])('hands %j over as text', (value) => {
    expect(csv(['a'], [[value]])).toContain(`'${value}`);
  });
});
