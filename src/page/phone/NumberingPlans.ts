/** How the numbers of one country are built; of another territory's plan, that territory's. */
export interface NumberingPlan {
  /** ISO 3166-1 alpha-2, `XK` for Kosovo; empty for what belongs to no country, such as satellite phones. */
  country: string;
  /** Without the plus sign. */
  callingCode: string;
  /** A whole national number, without the prefix that is dialed before it at home. */
  pattern: RegExp;
  /** How many digits a national number can have. */
  lengths: readonly number[];
  /** What is dialed before a national number, with what it may be followed by that is not of the number. */
  prefix: RegExp | null;
  /** What a match of `prefix` becomes, where it is not just dropped. */
  transform: string;
  /** Begins the numbers that are known to be this country's, of several with one calling code. */
  leading: RegExp | null;
  /** What is dialed before a calling code. */
  idd: RegExp;
  /** A mobile number as one writes it at home; empty where none is known. */
  example: string;
  /** How many of the example's digits stand together after a calling code, where that is not as at home. */
  groups: readonly number[];
}

const LONGEST_CALLING_CODE = 3;

/** The numbering plans of all countries, from the table that the build makes of libphonenumber's metadata. */
export class NumberingPlans {
  /** ISO codes, in the order of calling codes, the main one of each code first. */
  readonly countries: readonly string[];
  private readonly rows: readonly (readonly string[])[];
  /** A plan's patterns are compiled when it is first asked for: 245 of them take a slow phone too long. */
  private readonly plans = new Map<readonly string[], NumberingPlan>();

  /** @param table - what `src/pipeline/phone/numberingPlans.ts` makes */
  constructor(table: string) {
    this.rows = table.split('\n').map((line) => line.split(';'));
    this.countries = this.rows.flatMap(([country = '']) => (country === '' ? [] : [country]));
  }

  of(country: string): NumberingPlan | undefined {
    const row = country === '' ? undefined : this.rows.find(([it]) => it === country);
    return row && this.plan(row);
  }

  /** Without the plus sign. */
  callingCodeOf(country: string): string | undefined {
    return this.rows.find(([it]) => it === country)?.[1];
  }

  /** The plans of all countries that share a calling code, the main one first. */
  sharing(callingCode: string): NumberingPlan[] {
    return this.rows.filter(([, it]) => it === callingCode).map((row) => this.plan(row));
  }

  /** The main plan of the calling code that a number begins with, given without its plus sign. */
  ofNumber(digits: string): NumberingPlan | undefined {
    for (let length = 1; length <= LONGEST_CALLING_CODE; length++) {
      const row = this.rows.find(([, callingCode]) => callingCode === digits.slice(0, length));
      if (row !== undefined) return this.plan(row);
    }
    return undefined;
  }

  private plan(row: readonly string[]): NumberingPlan {
    const known = this.plans.get(row) ?? this.compile(row);
    this.plans.set(row, known);
    return known;
  }

  private compile([country = '', callingCode = '', ...rest]: readonly string[]): NumberingPlan {
    const own = rest.length > 0 ? rest : this.rows.find(([, it]) => it === callingCode)?.slice(2);
    const [
      pattern = '',
      lengths = '',
      prefix = '',
      transform = '',
      leading = '',
      idd = '',
      example = '',
      groups = '',
    ] = own ?? [];
    return {
      country,
      callingCode,
      pattern: expression(pattern, '$'),
      lengths: numbers(lengths),
      prefix: prefix === '' ? null : expression(prefix),
      transform,
      leading: leading === '' || rest.length === 0 ? null : expression(leading),
      idd: expression(idd || '00'),
      example,
      groups: numbers(groups),
    };
  }
}

const numbers = (digits: string): number[] => Array.from(digits, (digit) => Number.parseInt(digit, 36));

/** A pattern that the build has abbreviated. */
function expression(source: string, end = ''): RegExp {
  const whole = source
    .replace(/</g, '(?:')
    .replace(/d/g, '\\d')
    .replace(/[A-Z]/g, (letter) => `\\d{${letter.charCodeAt(0) - 64}}`);
  return new RegExp(`^(?:${whole})${end}`);
}
