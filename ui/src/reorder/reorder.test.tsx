import { act, fireEvent, render, screen } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { PaletteItem } from './PaletteItem';
import { gapAt, gapForIndex, indexAfterMove, moved } from './place';
import { Reorder } from './Reorder';
import { SortableItem, SortableList } from './SortableList';

function Questions({ spy }: { spy?: (id: string, to: number) => void }): ReactNode {
  const [items, setItems] = useState(['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, name: `Fråga ${id}` })));
  return (
    <Reorder
      items={items}
      onMove={(id, to) => {
        spy?.(id, to);
        setItems(moved(items, id, to));
      }}
      onInsert={(kind, to) => setItems([...items.slice(0, to), { id: kind, name: kind }, ...items.slice(to)])}
    >
      <PaletteItem kind="fritext" name="Fritext" />
      <SortableList label="Frågor">
        {items.map(({ id, name }) => (
          <SortableItem key={id} id={id} name={name}>
            {({ handle, moveButtons }) => (
              <>
                {handle}
                <span data-testid="name">{name}</span>
                {moveButtons}
              </>
            )}
          </SortableItem>
        ))}
      </SortableList>
    </Reorder>
  );
}

const order = (): string =>
  screen
    .getAllByTestId('name')
    .map((one) => one.textContent?.slice(-1))
    .join('');
const said = (): string | null => screen.getByRole('status').textContent;
const handleOf = (id: string): HTMLElement => screen.getByRole('button', { name: `Flytta Fråga ${id}` });

describe('by keyboard', () => {
  it('lifts, carries and drops, and says each place', () => {
    render(<Questions />);
    const handle = handleOf('b');
    handle.focus();
    fireEvent.click(handle);
    expect(said()).toBe('Fråga b lyft. Den är nummer 2 av 5.');
    expect(handle.getAttribute('aria-pressed')).toBe('true');
    fireEvent.keyDown(handle, { key: 'ArrowDown' });
    fireEvent.keyDown(handle, { key: 'ArrowDown' });
    expect(said()).toBe('Fråga b blir nummer 4 av 5.');
    expect(order()).toBe('abcde');
    fireEvent.click(handle);
    expect(said()).toBe('Fråga b flyttad. Den är nu nummer 4 av 5.');
    expect(order()).toBe('acdbe');
    expect(document.activeElement).toBe(handle);
  });

  it('stops at the ends', () => {
    render(<Questions />);
    const handle = handleOf('a');
    fireEvent.click(handle);
    fireEvent.keyDown(handle, { key: 'ArrowUp' });
    expect(said()).toBe('Fråga a blir nummer 1 av 5.');
    fireEvent.keyDown(handle, { key: 'End' });
    fireEvent.click(handle);
    expect(order()).toBe('bcdea');
  });

  it.each(['Escape', 'blur'])('leaves everything in place on %s', (how) => {
    const spy = vi.fn();
    render(<Questions spy={spy} />);
    const handle = handleOf('b');
    handle.focus();
    fireEvent.click(handle);
    fireEvent.keyDown(handle, { key: 'ArrowDown' });
    if (how === 'blur') fireEvent.blur(handle);
    else fireEvent.keyDown(handle, { key: how });
    expect(said()).toBe('Flytten avbröts. Fråga b ligger kvar.');
    expect(spy).not.toHaveBeenCalled();
  });

  it('adds from the palette, last', () => {
    render(<Questions />);
    fireEvent.click(screen.getByRole('button', { name: 'Fritext' }));
    expect(said()).toBe('Fritext tillagd som nummer 6 av 6.');
    expect(order()).toBe('abcdet');
  });
});

describe('by button', () => {
  it('moves one place and keeps focus', () => {
    render(<Questions />);
    const up = screen.getByRole('button', { name: 'Flytta upp Fråga c' });
    up.focus();
    act(() => up.click());
    expect(order()).toBe('acbde');
    expect(document.activeElement).toBe(up);
  });

  it('says that the first lies where it lay', () => {
    const spy = vi.fn();
    render(<Questions spy={spy} />);
    act(() => screen.getByRole('button', { name: 'Flytta upp Fråga a' }).click());
    expect(said()).toBe('Fråga a ligger kvar som nummer 1 av 5.');
    expect(spy).not.toHaveBeenCalled();
  });
});

describe('places', () => {
  it('turns gaps into places and back', () => {
    for (const from of [0, 1, 2, 3]) {
      for (const index of [0, 1, 2, 3]) expect(indexAfterMove(from, gapForIndex(from, index))).toBe(index);
    }
    expect(indexAfterMove(2, 3)).toBe(2);
    expect(indexAfterMove(2, 2)).toBe(2);
  });

  it('finds the gap by the middles of the items, whatever their heights', () => {
    const boxes = [
      { top: 0, height: 40 },
      { top: 50, height: 200 },
      { top: 260, height: 40 },
    ];
    expect(gapAt(-5, boxes)).toBe(0);
    expect(gapAt(19, boxes)).toBe(0);
    expect(gapAt(21, boxes)).toBe(1);
    expect(gapAt(149, boxes)).toBe(1);
    expect(gapAt(151, boxes)).toBe(2);
    expect(gapAt(500, boxes)).toBe(3);
    expect(gapAt(10, [])).toBe(0);
  });
});
