/**
 * Imported before anything that invents people, in the browser and at build time. Without it every full
 * load of the CRM would show other people, and marketing's sample data would belong to nobody.
 */
import faker from 'faker/locale/en_US';

faker.seed(20_260_401);
