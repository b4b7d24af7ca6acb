// refero draws a form, and is waited for until what it draws stands still.
import { configureStore } from '@reduxjs/toolkit';
import { Refero, rootReducer } from '@helsenorge/refero';
import React from 'react';
import { createRoot } from 'react-dom/client';
import { Provider } from 'react-redux';

// Every text that it asks for is called what it is called.
const resources = new Proxy({}, { get: (_, name) => (typeof name === 'string' ? name : undefined) });
const nothing = () => undefined;

class Boundary extends React.Component {
  state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  componentDidCatch(fault) {
    this.props.onFault(fault);
  }
  render() {
    return this.state.failed ? null : this.props.children;
  }
}

window.showForm = async (form) => {
  const place = document.createElement('div');
  document.getElementById('form').replaceChildren(place);
  const unchecked = { serializableCheck: false, immutableCheck: false };
  const store = configureStore({ reducer: rootReducer, middleware: (usual) => usual(unchecked) });
  let fault;
  const onFault = (thrown) => {
    fault ??= thrown;
  };
  const root = createRoot(place, { onUncaughtError: onFault });
  root.render(
    <Boundary onFault={onFault}>
      <Provider store={store}>
        <Refero
          questionnaire={form}
          resources={resources}
          authorized
          loginButton={<button type="button">in</button>}
          onSubmit={nothing}
          onSave={nothing}
          onCancel={nothing}
          onChange={nothing}
        />
      </Provider>
    </Boundary>,
  );
  let before = '';
  // What is drawn of a form where all is hidden is next to nothing, so that nothing is waited for a little longer.
  for (let still = 0; still < (before === '' ? 40 : 4) && fault === undefined; ) {
    await new Promise((done) => setTimeout(done, 25));
    still = place.innerHTML === before ? still + 1 : 0;
    before = place.innerHTML;
  }
  root.unmount();
  return fault === undefined ? 'ja' : `nej ${fault.message ?? fault}`;
};
