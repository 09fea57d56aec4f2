import { playScenarios } from './playScenarios.ts';

playScenarios('chromium');
