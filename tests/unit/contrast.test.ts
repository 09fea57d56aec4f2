import { describe, expect, it } from 'vitest';
import { contrast, DARK, darkened, READABLE, type Rgb, WHITE } from '../../src/page/contrast.ts';
import { pageColours } from '../../src/page/pageColours.ts';
import { readableButton } from '../../src/page/readableButton.ts';
import { colourInRgb } from '../../src/settings/colourInRgb.ts';

describe('contrast', () => {
  it.each<[Rgb, Rgb, number]>([
    [[0, 0, 0], WHITE, 21],
    [WHITE, [0, 0, 0], 21],
    [WHITE, WHITE, 1],
    // The two greys around the limit that WCAG's own material names.
    [[118, 118, 118], WHITE, 4.54],
    [[119, 119, 119], WHITE, 4.48],
    [[255, 0, 0], WHITE, 4],
    [[0, 0, 255], WHITE, 8.59],
  ])('of %j and %j is %d', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2);
  });
});

describe('a button', () => {
  it.each<[string, Rgb, Rgb, Rgb]>([
    ['stays as it is where white can be read on it', [0, 89, 214], [0, 89, 214], WHITE],
    ['gets somewhat darker where white nearly can', [235, 84, 36], [207, 74, 31], WHITE],
    ['gets dark text where it is light', [255, 212, 0], [255, 212, 0], DARK],
    ['gets dark text where it is white', WHITE, WHITE, DARK],
    ['stays black', [0, 0, 0], [0, 0, 0], WHITE],
  ])('%s', (_what, colour, expected, text) => {
    expect(readableButton(colour)).toEqual({ colour: expected, text });
  });

  it('can be read in any colour', () => {
    const parts = Array.from({ length: 16 }, (_, index) => index * 17);
    for (const red of parts) {
      for (const green of parts) {
        for (const blue of parts) {
          const { colour, text } = readableButton([red, green, blue]);
          expect(contrast(colour, text), `${red}, ${green}, ${blue}`).toBeGreaterThanOrEqual(READABLE);
          expect(contrast(darkened([red, green, blue]), WHITE)).toBeGreaterThanOrEqual(READABLE);
        }
      }
    }
  });

  it.each([
    ['the dashboard’s colour is corrected', {}, [255, 212, 0], 'rgb(255, 212, 0)', 'rgb(28, 35, 48)'],
    ['the settings’ colour is the team’s own', { primaryColor: '#ffd400' }, [255, 212, 0], '#ffd400', '#fff'],
    ['what cannot be told stays', {}, null, 'gold', '#fff'],
  ] as const)('%s', (_what, brand, rgb, primary, onPrimary) => {
    const all = { fallbackColor: '#0059d6', hasTerms: false, ...brand };
    expect(pageColours(all, { primary: 'gold' }, () => rgb)).toMatchObject({ primary, onPrimary });
  });
});

describe('colourInRgb', () => {
  it.each<[string, Rgb | null]>([
    ['#0059d6', [0, 89, 214]],
    ['#ABC', [170, 187, 204]],
    ['#0059d680', [127, 172, 234]],
    ['#0008', [119, 119, 119]],
    ['rgb(0, 89, 214)', [0, 89, 214]],
    ['rgb(0 89 214 / 50%)', [128, 172, 235]],
    ['rgba(0,0,0,.5)', [128, 128, 128]],
    ['rgb(100%, 0%, 50%)', [255, 0, 127]],
    ['rgb(999, 0, 0)', [255, 0, 0]],
    ['hsl(210deg 50% 40%)', [51, 102, 153]],
    ['hsl(0, 100%, 50%)', [255, 0, 0]],
    ['hsl(120, 100%, 25%)', [0, 128, 0]],
    ['RebeccaPurple', [102, 51, 153]],
    ['#12345', null],
    ['url(x)', null],
    ['', null],
  ])('%s is %j', (text, expected) => expect(colourInRgb(text)).toEqual(expected));
});
