import { detectLanguage } from './detect-language.js';

describe('the language of a field', () => {
  it.each([
    'di cui',
    'Filiere & ecosistemi',
    'Descrizione attività',
    'Ragione sociale',
    'Competenze e tecnologie',
    'Progettazione e produzione di macchine utensili',
    'lavorazioni meccaniche di precisione',
    'PROGETTAZIONE DI IMPIANTI PER IL TRATTAMENTO DELLE ACQUE',
    'Sviluppiamo software di machine learning per la manutenzione predittiva',
    'Riciclo chimico di plastiche miste provenienti dalla raccolta differenziata',
    'Azienda leader nella stampa 3D di componenti in titanio',
    'Consulenza per bandi europei, open innovation e smart manufacturing',
    'Sede operativa: Cinisello Balsamo, reparto additive manufacturing',
    'Celle robotizzate per la saldatura laser di telai auto',
    "L'impresa realizza sensori IoT per l'agricoltura di precisione",
    'Rivestimenti PVD su utensili da taglio',
    'Batterie al litio per veicoli industriali',
    'Cosmetici naturali da scarti agricoli',
  ])('of %j is Italian', (text) => {
    expect(detectLanguage(text)).toBe('it');
  });

  it.each([
    'of which',
    'Supply chains & ecosystems',
    'Short description',
    'Legal name',
    'Design and manufacturing of machine tools',
    'ADVANCED MATERIALS FOR THE AEROSPACE INDUSTRY',
    'We develop machine learning software for predictive maintenance',
    'Chemical recycling of mixed plastics',
    'Robotics, sensors, digital twins',
    'A spin-off of Politecnico di Milano working on battery recycling',
    'Living labs with farmers in Emilia-Romagna and Lombardia',
    'Climate-neutral smart cities',
    'Wastewater treatment plants with membrane filtration',
    'In vitro diagnostics for rare diseases',
  ])('of %j is English', (text) => {
    expect(detectLanguage(text)).toBe('en');
  });

  it.each([
    '',
    '12345',
    'ITC4C',
    'AFIL',
    'Wir entwickeln Maschinen für die Industrie und die Forschung',
    'Nous développons des machines pour les entreprises et la recherche',
    'Desarrollamos los sistemas de control para las empresas del sector',
  ])('of %j is not told', (text) => {
    expect(detectLanguage(text)).toBeNull();
  });

  it('gives the same answer each time, and reads a long text by its beginning', () => {
    const long = `${'Progettazione di impianti industriali. '.repeat(40)}${'We design plants. '.repeat(4000)}`;
    expect([detectLanguage(long), detectLanguage(long)]).toEqual(['it', 'it']);
  });
});
