/*
 * Parts of countries as tiles in rows and columns that keep roughly to the map: each is as large as any other, so
 * that Delaware can be hit like Alaska. A dot is an empty place.
 */
const GRIDS: Readonly<Record<string, string>> = {
  US: `
    AK .. .. .. .. .. .. .. .. .. ME
    .. .. .. .. .. .. .. .. .. VT NH
    WA ID MT ND MN IL WI MI NY RI MA
    OR NV WY SD IA IN OH PA NJ CT ..
    CA UT CO NE MO KY WV VA MD DE ..
    .. AZ NM KS AR TN NC SC DC .. ..
    .. .. .. OK LA MS AL GA .. .. ..
    HI .. .. TX .. .. .. .. FL .. PR`,
  CA: `
    YT NT NU .. .. .. NL
    BC AB SK MB ON QC PE
    .. .. .. .. .. NB NS`,
  AU: `
    .. NT QLD
    WA SA NSW
    .. VIC ACT
    .. TAS ..`,
};

/** Countries whose parts are laid out as a grid. */
export const GRID_COUNTRIES = Object.keys(GRIDS);

/** A tile: ISO 3166-2 code, and its column and row from 1. */
export interface Tile {
  readonly code: string;
  readonly column: number;
  readonly row: number;
}

/** The tiles of a country; empty for one without a grid. */
export const tilesOf = (country: string): Tile[] =>
  (GRIDS[country] ?? '')
    .trim()
    .split('\n')
    .flatMap((line, row) =>
      line
        .trim()
        .split(/\s+/)
        .flatMap((part, column) =>
          part === '..' || part === ''
            ? []
            : [{ code: `${country}-${part}`, column: column + 1, row: row + 1 }],
        ),
    );
