import type { ReactNode } from 'react';
import { Builder } from './builder';
import { Choices, Files, OtherFields, TextFields } from './fields';
import { Banners, Buttons, Cases, EmptyTable, Facts, Overlays, SomeTabs, States } from './parts';
import { Opened, Refusals, Secrets, Ways } from './ways';

/** What the gallery shows and what the component tests examine: one list. */
export const stories: readonly { readonly name: string; readonly show: () => ReactNode }[] = [
  { name: 'Tabell', show: () => <Cases /> },
  { name: 'Tom tabell', show: () => <EmptyTable /> },
  { name: 'Knappar och länkar', show: () => <Buttons /> },
  { name: 'Besked', show: () => <Banners /> },
  { name: 'Uppgifter', show: () => <Facts /> },
  { name: 'Tillstånd', show: () => <States /> },
  { name: 'Textfält', show: () => <TextFields /> },
  { name: 'Andra fält', show: () => <OtherFields /> },
  { name: 'Val', show: () => <Choices /> },
  { name: 'Filer', show: () => <Files /> },
  { name: 'Delar som öppnas', show: () => <Opened /> },
  { name: 'Flikar', show: () => <SomeTabs /> },
  { name: 'Dialoger', show: () => <Overlays /> },
  { name: 'Vägar', show: () => <Ways /> },
  { name: 'Nekat och väntan', show: () => <Refusals /> },
  { name: 'Nytt lösenord', show: () => <Secrets /> },
  { name: 'Flytta', show: () => <Builder /> },
];
