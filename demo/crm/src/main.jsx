/** Atomic CRM as it comes from npm, with its in-browser store and without its telemetry. */
import './seed.js';
import { authProvider, dataProvider } from 'atomic-crm/src/providers/fakerest';
import { CRM } from 'atomic-crm/src/root/CRM';
import { createRoot } from 'react-dom/client';

const logo = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#fff" stroke-width="1.6">' +
    '<circle cx="12" cy="12" r="2" fill="#fff"/><ellipse cx="12" cy="12" rx="10" ry="4"/>' +
    '<ellipse cx="12" cy="12" rx="10" ry="4" transform="rotate(60 12 12)"/>' +
    '<ellipse cx="12" cy="12" rx="10" ry="4" transform="rotate(120 12 12)"/></svg>',
)}`;

createRoot(document.getElementById('root')).render(
  <CRM authProvider={authProvider} dataProvider={dataProvider} disableTelemetry logo={logo} />,
);
