export const en = {
  nobody: 'Nobody’s record in this tab',
  nobodyHelp:
    'Open a lead or a contact in your CRM, and what marketing knows about this person shows here.',
  elsewhere: 'Truce does not read this page',
  elsewhereHelp:
    'It only works on the CRM sites you switched on. Open your CRM; if nothing shows there either, switch it on in the options.',
  options: 'Open the options',
  sample: 'Sample',
  sampleHelp: 'A made-up lead. Try anything: nothing is saved or sent.',
};
