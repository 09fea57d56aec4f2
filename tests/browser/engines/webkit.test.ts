import { playScenarios } from './playScenarios.ts';

playScenarios('webkit');
