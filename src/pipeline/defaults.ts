/** Colour of button and links where neither the settings nor the dashboard name one; white text fits it. */
export const DEFAULT_PRIMARY_COLOR = '#0059d6';

/** Colour behind the form, likewise. */
export const DEFAULT_BACKGROUND = '#f4f6fb';
