import { Person } from '../person.mjs';
import { arrive, WIDGET } from '../screens.mjs';
import { listen } from '../site.mjs';
import { framework } from '../words.mjs';
import { expect, part, situation } from './situation.mjs';

part('Beginning', () => {
  situation('starts under the strict policy, and begins by keyboard', {}, async ({ page, site }) => {
    const told = await listen(page);
    const person = await arrive(page, site, { strict: true });
    const loaded = site.requests.length;
    await person.choose(person.widget.getByRole('radio', { name: person.word('RaterSelf') }), 0);
    await person.choose(person.widget.getByRole('group', { name: person.word('RoleQuestion') }).getByRole('radio'), 0);
    await person.press('Begin');
    await person.reaches(framework.dimensions[0].competences[0].statement.da);
    await person.answer(2);
    await person.reaches(framework.dimensions[0].competences[1].statement.da);
    const saved = await person.save();
    expect(saved.json.responses.competences).toEqual({ [framework.dimensions[0].competences[0].id]: { answer: 'rated', level: 2 } });
    expect(site.requests.slice(loaded)).toEqual([]);
    expect((await told('rokade-ready')).length).toBe(1);
  });
});
