// Runs in the page of each form builder and measures there, so that the way between browser and driver is in no figure.
// `form` is what the builder is asked to open: an address of ours, or a form in the builder's own format.

/** Resolves with the time when the next frame, with all that was done before it, is painted. */
const painted = () =>
  new Promise((done) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => done(performance.now());
      channel.port2.postMessage(null);
    });
  });

/** Resolves with the time of the first painted frame before which `holds` held; looked at once a frame. */
async function paintedWith(holds) {
  for (;;) {
    const isThere = new Promise((answer) => requestAnimationFrame(() => answer(holds())));
    const time = await painted();
    if (await isThere) return time;
  }
}

/** Milliseconds from the next event of this kind, before anybody has heard it, to the frame that shows what came of it. */
function after(kind, holds) {
  return new Promise((told) => {
    const begin = async () => {
      const begun = performance.now();
      told((await paintedWith(holds)) - begun);
    };
    window.addEventListener(kind, begin, { capture: true, once: true });
  });
}

/** Milliseconds from `ask` until `isDrawn`, and two frames more. */
async function opening(ask, isDrawn) {
  const begun = performance.now();
  await ask();
  await paintedWith(isDrawn);
  await painted();
  return (await painted()) - begun;
}

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** Resolves when `find` finds something, with that; asked every so many milliseconds. */
async function found(find, every = 50) {
  for (;;) {
    const thing = find();
    if (thing) return thing;
    await pause(every);
  }
}

/** Resolves when the page has had nothing to do for a second: what a measurement left behind is not in the next. */
async function rest() {
  for (let calm = 0; calm < 20; ) {
    const begun = performance.now();
    await pause(50);
    calm = performance.now() - begun < 80 ? calm + 1 : 0;
  }
}

/** Milliseconds from a key until its letter is painted in the field. */
function typing(builder) {
  const before = builder.field().value;
  return after('keydown', () => builder.field().value !== before);
}

const one = (selector) => document.querySelector(selector);
const button = (words) =>
  [...document.querySelectorAll('button')].find((each) => each.textContent.trim() === words);
const focus = (field) => {
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
  return field;
};
/** Where something is, for the pointer. */
const middle = (element) => {
  const box = element.getBoundingClientRect();
  return [box.left + box.width / 2, box.top + Math.min(box.height / 2, 20)];
};

/** Budkavle's own. */
const ours = {
  field: () => one('[data-thing] :is(input, textarea)[id^="item-"]'),
  /** The first question's card, whose fields are drawn when one comes near it. */
  card: () => one('[data-thing] [id^="item-"]')?.closest('[data-thing]'),
  first: () => ours.card()?.dataset.thing,
  ready: () => found(() => one('main h1')),
  open: (form) =>
    opening(
      () => {
        location.hash = form;
      },
      () => {
        if (!ours.field()) ours.card()?.scrollIntoView({ block: 'center' });
        return ours.field() && one('[data-preview] input');
      },
    ),
  write: () => focus(ours.field()),
  /** From Alt and the arrow; also from Ctrl and Z, which takes it back. */
  move() {
    const before = ours.first();
    return after('keydown', () => ours.first() !== before);
  },
};

/** NLM Form Builder: a tree of all questions, and the one that is chosen beside it. */
const nlm = {
  nodes: () => [...document.querySelectorAll('tree-node')],
  first: () => one('tree-node .node-display-field')?.textContent,
  field: () => one('lfb-item-component [name="text"]'),
  /** Past the terms of use, to where a file can be chosen. */
  ready: () =>
    found(() => {
      if (one('input[value="local"]')) return true;
      const terms = one('#acceptLoinc');
      if (terms && !terms.checked) terms.click();
      else if (terms) button('Accept')?.click();
      else one('input[value="existing"]')?.click();
      return false;
    }, 500),
  open(form) {
    const files = new DataTransfer();
    files.items.add(new File([JSON.stringify(form)], 'form.json', { type: 'application/json' }));
    const input = one('input[type="file"]');
    return opening(
      async () => {
        input.files = files.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
        // The form's own settings come first; the questions are behind a press.
        await paintedWith(() => button('Edit questions'));
        button('Edit questions').click();
      },
      () => nlm.field() && nlm.nodes().length > 1,
    );
  },
  write: () => focus(nlm.field()),
  /** By the tree's own dragging, from where it is let go. */
  async move() {
    const before = nlm.first();
    const [node, below] = nlm.nodes();
    const slot = [...below.querySelectorAll('.node-drop-slot')].at(-1);
    const dataTransfer = new DataTransfer();
    const drag = (kind, target) =>
      target.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer }));
    drag('dragstart', node.querySelector('.node-content-wrapper'));
    await pause(200);
    drag('dragenter', slot);
    drag('dragover', slot);
    await pause(200);
    const took = after('drop', () => nlm.first() !== before);
    drag('drop', slot);
    return took;
  },
};

/** Form.io's builder: the form as it looks, and a dialog for the question that is edited. */
const formio = {
  changes: 0,
  field: () => one('.formio-dialog input[name="data[label]"]'),
  ready: () => found(() => window.Formio),
  open: (form) =>
    opening(
      async () => {
        const builder = await window.Formio.builder(one('#builder'), form, { noDefaultSubmitButton: true });
        await builder.ready;
        builder.on('change', () => {
          formio.changes++;
        });
      },
      () => one('.builder-component input'),
    ),
  async write() {
    one('.component-settings-button-edit').click();
    return focus(await found(formio.field));
  },
  async done() {
    one('.formio-dialog [ref="cancelButton"]').click();
    await found(() => !formio.field());
  },
  /** Where the pointer takes hold of the first question, and where it lets go of it: above the third. */
  places() {
    const [first, , third] = [...document.querySelectorAll('.builder-component')].map((each) =>
      each.getBoundingClientRect(),
    );
    return [first.left + first.width / 2, first.top + 20, third.top - 8];
  },
  /** From where the pointer lets go. */
  move() {
    const before = formio.changes;
    return after('mouseup', () => formio.changes > before);
  },
};
