import { trlBounds, trlIn } from './trl.js';

describe('technology readiness in the words of a call', () => {
  it.each([
    ['Activities are expected to start at TRL 4-5 and achieve TRL 6 by the end of the project', 4, 6],
    ['are expected to start at TRL 6 and achieve TRL 7 to 8 by the end', 6, 8],
    ['expected to start from TRL 3 and achieve TRL 5', 3, 5],
    ['Activities are expected to achieve TRL7–8 by the end of the project', null, 8],
    ['ctivities are expected to achieve TRL 5 by the end of he project', null, 5],
    ['not reach TRL 45, and see ISO 16290:2013', null, null],
    ['Technologies above TRL 5 are out of scope', null, null],
  ])('%s', (text, from, to) => {
    expect(trlIn(text)).toEqual({ from, to });
  });

  it.each([
    ['4-5', 4, 5],
    ['7', 7, 7],
    ['', null, null],
    ['see topic', null, null],
  ])('a cell with %j', (cell, low, high) => {
    expect(trlBounds(cell)).toEqual({ low, high });
  });
});
