import { start } from '../app/start';
import { shown } from '../platform';
import { whenFirstScreenIsDrawn } from './firstScreen';
import { fetchAhead } from './places';
import { Staff } from './Staff';

fetchAhead();
start(<Staff />);
whenFirstScreenIsDrawn(shown);
