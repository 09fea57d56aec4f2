import { playScenarios } from './playScenarios.ts';

playScenarios('firefox');
