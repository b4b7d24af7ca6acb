// LHC-Forms opens a form, draws it, and is asked for it again: how many items it was given, and how many of them it gives back.
Object.defineProperty(window, 'isReady', {
  get: () => window.LForms?.FHIR?.R4 !== undefined && customElements.get('wc-lhc-form') !== undefined,
});
window.showForm = async (form) => {
  const place = document.getElementById('form');
  place.replaceChildren();
  try {
    await LForms.Util.addFormToPage(form, place, { fhirVersion: 'R4' });
  } catch (fault) {
    return `nej ${fault.message ?? fault}`;
  }
  const names = (of) => (of.item ?? []).flatMap((item) => [item.linkId, ...names(item)]);
  const back = new Set(names(LForms.Util.getFormFHIRData('Questionnaire', 'R4', place)));
  const given = names(form);
  return `ja ${given.length} ${given.filter((name) => back.has(name)).length}`;
};
