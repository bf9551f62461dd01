import { fused, trackRecord, type TrackSignals } from './fusion.js';
import { defaultModel } from './model.js';

const track = (programme: number | null, proximity: number | null = null): TrackSignals => ({
  proximity,
  experience: 0.5,
  activity: 0.5,
  programme,
});

describe('calls outside every programme', () => {
  it('stand in one list with the others without gaining from it', () => {
    expect(fused(0.8, track(null), defaultModel)).toBe(fused(0.8, track(0), defaultModel));
    expect(fused(0.8, track(null), defaultModel)).toBeLessThan(fused(0.8, track(0.3), defaultModel));
  });

  it('ask for no past work in a programme, so none is missing', () => {
    expect(trackRecord(track(null), defaultModel)).toBeCloseTo(0.5, 12);
    expect(trackRecord(track(0), defaultModel)).toBeLessThan(0.5);
  });

  it('do not change what a list with partners is learned from', () => {
    expect(fused(0.8, track(null, 0.2), defaultModel)).toBeGreaterThan(
      fused(0.8, track(0, 0.2), defaultModel),
    );
  });
});
