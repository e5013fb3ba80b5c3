import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest } from '../../../components/charts/nearest.ts';
import { between } from '../../../components/charts/scale.ts';
import { wrap } from '../../../components/charts/wrap.ts';

const letters = (text: string) => text.length;

describe('text of a drawing', () => {
  it('breaks between words, and inside one that is too long', () => {
    expect(wrap('Partner newsletter', 30, letters)).toEqual(['Partner newsletter']);
    expect(wrap('Partner newsletter', 12, letters)).toEqual(['Partner', 'newsletter']);
    expect(wrap('a Donaudampf b', 4, letters)).toEqual(['a', 'Dona', 'udam', 'pf b']);
    expect(wrap('', 4, letters)).toEqual(['']);
  });

  it('loses no letter and makes no line too wide, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 2, max: 20 }), (text, width) => {
        const lines = wrap(text, width, letters);
        expect(lines.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe('arrow keys in a plot', () => {
  // Two rows of three bars, and a figure at the end of each row.
  const middles = [0, 1].flatMap((row) => [0, 10, 20, 60].map((x) => ({ x, y: row * 40 })));

  it('go to the next mark that way, along the row before anything else', () => {
    expect(nearest(middles, 0, 'ArrowRight')).toBe(1);
    expect(nearest(middles, 2, 'ArrowRight')).toBe(3);
    expect(nearest(middles, 5, 'ArrowUp')).toBe(1);
    expect(nearest(middles, 3, 'ArrowDown')).toBe(7);
    expect(nearest(middles, 6, 'ArrowLeft')).toBe(5);
  });

  it('stay where nothing lies that way', () => {
    expect(nearest(middles, 0, 'ArrowLeft')).toBeNull();
    expect(nearest(middles, 1, 'ArrowUp')).toBeNull();
    expect(nearest([], 0, 'ArrowUp')).toBeNull();
  });
});

describe('a scale', () => {
  it('puts values between two places, upside down too', () => {
    expect(between(0, 1, 100, 0)(0.25)).toBe(75);
    expect(between(5, 5, 10, 20)(5)).toBe(10);
  });
});
