import { startPage } from './startPage.ts';

void startPage();
