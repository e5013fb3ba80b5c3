import '../../lib/platform/zod-without-eval.ts';
import '../../components/ui/tokens.css';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
