import type { ReactNode } from 'react';

/**
 * The icons: our own, drawn on a 20 by 20 grid with a 1.6 px line. They are decoration beside words; a control that shows only
 * an icon has its name from `IconButton`.
 */
const shapes = {
  add: <path d="M10 4v12M4 10h12" />,
  remove: <path d="M4 10h12" />,
  close: <path d="m5 5 10 10M15 5 5 15" />,
  bold: <path d="M6 4h4.5a3 3 0 0 1 0 6H6zM6 10h5.2a3.2 3.2 0 0 1 0 6.4H6z" />,
  italic: <path d="M8.5 4H15M5 16h6.5M12 4 8 16" />,
  bullets: <path d="M8 5.5h9M8 10h9M8 14.5h9M3.5 5.5h.01M3.5 10h.01M3.5 14.5h.01" />,
  numbers: <path d="M9 5.5h8M9 10h8M9 14.5h8M3 4.5 4.5 4v4M3 12.2c1.4-1.3 3 .1 1.8 1.4L3 15.5h2.6" />,
  link: (
    <path d="M8.5 11.5a3 3 0 0 0 4.3 0l3-3a3 3 0 0 0-4.3-4.3l-1 1M11.5 8.5a3 3 0 0 0-4.3 0l-3 3a3 3 0 0 0 4.3 4.3l1-1" />
  ),
  check: <path d="m4 10.5 4 4 8-9" />,
  up: <path d="M10 16V4M5 9l5-5 5 5" />,
  down: <path d="M10 4v12M5 11l5 5 5-5" />,
  chevronDown: <path d="m5 8 5 5 5-5" />,
  chevronRight: <path d="m8 5 5 5-5 5" />,
  chevronLeft: <path d="m12 5-5 5 5 5" />,
  back: <path d="M16 10H4M9 5l-5 5 5 5" />,
  undo: <path d="M7.5 4 4 7.5 7.5 11M4 7.5h7.5a4.5 4.5 0 0 1 0 9H8" />,
  redo: <path d="M12.5 4 16 7.5 12.5 11M16 7.5H8.5a4.5 4.5 0 0 0 0 9H12" />,
  archive: <path d="M3 4h14v3.5H3zM4.5 7.5v9h11v-9M8 10.5h4" />,
  star: <path d="m10 3 2.2 4.6 5 .6-3.7 3.5 1 5-4.5-2.5-4.5 2.5 1-5L2.8 8.2l5-.6z" />,
  starFilled: (
    <path fill="currentColor" d="m10 3 2.2 4.6 5 .6-3.7 3.5 1 5-4.5-2.5-4.5 2.5 1-5L2.8 8.2l5-.6z" />
  ),
  grip: (
    <g fill="currentColor" stroke="none">
      <circle cx="7.5" cy="5" r="1.4" />
      <circle cx="12.5" cy="5" r="1.4" />
      <circle cx="7.5" cy="10" r="1.4" />
      <circle cx="12.5" cy="10" r="1.4" />
      <circle cx="7.5" cy="15" r="1.4" />
      <circle cx="12.5" cy="15" r="1.4" />
    </g>
  ),
  overview: <path d="M3 9.5 10 3.5l7 6M5 8v8.5h10V8M8.2 16.5v-4.8h3.6v4.8" />,
  chart: <path d="M3 16.5h14M5.5 16.5V11M10 16.5V4M14.5 16.5V8" />,
  inbox: <path d="M3 11h4l1.5 2.5h3L13 11h4M3 11l2.5-6.5h9L17 11v4.5a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1z" />,
  send: <path d="M17 3 3 8.5l6 2.5 2.5 6zM9 11l8-8" />,
  template: <path d="M4.5 3h8l3 3v11h-11zM12 3v3.5h3.5M7 10h6M7 13.5h4" />,
  people: (
    <path d="M7.5 9.5a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5M2.5 16.5c0-2.6 2.2-4.5 5-4.5s5 1.9 5 4.5M12.5 4.3a2.75 2.75 0 0 1 0 5M14.5 12.3c1.8.6 3 2.2 3 4.2" />
  ),
  person: <path d="M10 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6M4 16.5c0-3 2.7-4.5 6-4.5s6 1.5 6 4.5" />,
  register: <path d="M5 3h10.5v14H5zM3 6.5h3M3 10h3M3 13.5h3M8.5 7.5h4.5M8.5 10.5h4.5" />,
  distribute: <path d="M10 16.5V11L5 6M10 11l5-5M4.5 9.5v-4h4M11.5 5.5h4v4" />,
  settings: (
    <path d="M10 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5M10 2.5v2M10 15.5v2M2.5 10h2M15.5 10h2M4.7 4.7l1.4 1.4M13.9 13.9l1.4 1.4M15.3 4.7l-1.4 1.4M6.1 13.9l-1.4 1.4" />
  ),
  attachment: (
    <path d="m15.5 9.5-6 6a3.5 3.5 0 0 1-5-5l6.5-6.5a2.4 2.4 0 0 1 3.4 3.4L8 13.8a1.2 1.2 0 0 1-1.7-1.7L12 6.4" />
  ),
  image: <path d="M3 4h14v12H3zM3 13.5l4-4 3.5 3.5 2-2 4.5 4M13 8.2h.01" />,
  eye: (
    <path d="M2 10s3-5.5 8-5.5 8 5.5 8 5.5-3 5.5-8 5.5S2 10 2 10M10 12.3a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6" />
  ),
  eyeOff: (
    <path d="M8 4.7A8 8 0 0 1 10 4.5c5 0 8 5.5 8 5.5a14 14 0 0 1-2.4 3M12 15.2a8 8 0 0 1-2 .3c-5 0-8-5.5-8-5.5a14 14 0 0 1 2.8-3.3M3 3l14 14" />
  ),
  edit: <path d="M4 16h3L16 7l-3-3-9 9zM11.5 5.5l3 3" />,
  trash: <path d="M4 6h12M8 6V3.5h4V6M5.5 6l.7 10.5h7.6L14.5 6M8.5 9v5M11.5 9v5" />,
  copy: <path d="M7 7h9.5v9.5H7zM13 7V3.5H3.5V13H7" />,
  save: <path d="M10 3v9M6 8.5l4 4 4-4M3.5 13v3.5h13V13" />,
  lock: <path d="M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9" />,
  shield: <path d="M10 2.5 16 5v5c0 3.8-2.6 6.2-6 7.5-3.4-1.3-6-3.7-6-7.5V5zM10 7v3.5M10 13.2h.01" />,
  search: <path d="M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11M13 13l4 4" />,
  clock: <path d="M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M10 6v4.3l2.8 1.7" />,
  turn: <path d="M15.5 7.5A6.3 6.3 0 1 0 16.3 10M16 3.5v4.2h-4.2" />,
  fitWidth: <path d="M3 3.5v13M17 3.5v13M5.5 10h9M8 7.5 5.5 10 8 12.5M12 7.5l2.5 2.5-2.5 2.5" />,
  fitPage: <path d="M3.5 7V3.5H7M13 3.5h3.5V7M16.5 13v3.5H13M7 16.5H3.5V13M7.5 6.5h5v7h-5z" />,
  text: <path d="M4 5h12M4 8.5h12M4 12h12M4 15.5h7" />,
  info: <path d="M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M10 9.2v4.3M10 6.5h.01" />,
  observe: <path d="M10 3 18 16.5H2zM10 8v4M10 14.3h.01" />,
  error: <path d="M7 2.5h6L17.5 7v6L13 17.5H7L2.5 13V7zM10 6v5M10 13.8h.01" />,
  success: <path d="M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M6.8 10.3l2.3 2.3 4.2-4.8" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof shapes;

/** One of the icons, as tall as a line of text. Silent to screen readers: the words beside it speak. */
export function Icon({ name, size = 20 }: { name: IconName; size?: 16 | 20 | 24 | 32 }): ReactNode {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {shapes[name]}
    </svg>
  );
}
