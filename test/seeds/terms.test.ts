import { describe, expect, it } from "vitest";
import { createTermsOfOffice } from "../../src/seeds/terms-of-office.ts";
import { knowledge } from "../helpers/knowledge.ts";

const { termsOfOffice, people, offices } = knowledge.gazetteer;
const { held } = createTermsOfOffice(knowledge.gazetteer);

/** Who held the office in the month, and others of the name who did not. */
type Fact = readonly [office: string, of: string, month: string, holder: string, ...others: string[]];

const ONE_NAME: readonly Fact[] = [
  ["prime-minister", "gov:PK", "1998-05", "nawaz-sharif", "shehbaz-sharif"],
  ["prime-minister", "gov:PK", "2016-03", "nawaz-sharif", "shehbaz-sharif"],
  ["prime-minister", "gov:PK", "2023-05", "shehbaz-sharif", "nawaz-sharif"],
  ["prime-minister", "gov:PK", "1975-06", "zulfikar-ali-bhutto", "benazir-bhutto", "bilawal-bhutto-zardari"],
  ["prime-minister", "gov:PK", "1994-09", "benazir-bhutto", "zulfikar-ali-bhutto"],
  ["army-chief", "gov:PK", "2015-06", "raheel-sharif", "nawaz-sharif"],
  ["president", "gov:US", "1991-02", "george-hw-bush", "george-w-bush"],
  ["president", "gov:US", "2003-03", "george-w-bush", "george-hw-bush"],
  ["foreign-minister", "gov:US", "2011-05", "hillary-clinton", "bill-clinton"],
  ["president", "gov:US", "1999-03", "bill-clinton", "hillary-clinton"],
  ["national-security-adviser", "gov:US", "2014-07", "susan-rice", "condoleezza-rice"],
  ["prime-minister", "gov:IN", "1983-06", "indira-gandhi", "rajiv-gandhi"],
  ["prime-minister", "gov:IN", "1986-06", "rajiv-gandhi", "indira-gandhi", "sonia-gandhi", "rahul-gandhi"],
  ["finance-minister", "gov:IN", "2003-03", "jaswant-singh", "manmohan-singh"],
  ["defence-minister", "gov:IN", "2020-06", "rajnath-singh", "jaswant-singh"],
  ["president", "gov:LK", "2009-05", "mahinda-rajapaksa", "gotabaya-rajapaksa"],
  ["president", "gov:LK", "2021-05", "gotabaya-rajapaksa", "mahinda-rajapaksa"],
  ["finance-minister", "gov:LK", "2022-01", "basil-rajapaksa", "mahinda-rajapaksa", "gotabaya-rajapaksa"],
  ["prime-minister", "gov:NP", "2007-01", "girija-prasad-koirala", "sushil-koirala"],
  ["prime-minister", "gov:NP", "2015-04", "sushil-koirala", "girija-prasad-koirala"],
  ["president", "gov:SY", "1999-01", "hafez-al-assad", "bashar-al-assad"],
  ["president", "gov:SY", "2013-08", "bashar-al-assad", "hafez-al-assad"],
  ["foreign-minister", "gov:SY", "2003-04", "farouk-al-sharaa", "ahmed-al-sharaa"],
  ["prime-minister", "gov:LB", "2003-01", "rafik-hariri", "saad-hariri"],
  ["prime-minister", "gov:LB", "2017-11", "saad-hariri", "rafik-hariri"],
  ["president", "gov:LB", "2020-08", "michel-aoun", "joseph-aoun"],
  ["supreme-leader", "gov:KP", "2006-10", "kim-jong-il", "kim-jong-un", "kim-il-sung"],
  ["supreme-leader", "gov:KP", "2018-06", "kim-jong-un", "kim-jong-il"],
  ["president", "gov:KR", "2000-06", "kim-dae-jung", "kim-young-sam"],
  ["president", "gov:KR", "2010-11", "lee-myung-bak", "lee-jae-myung"],
  ["president", "gov:AZ", "2001-01", "heydar-aliyev", "ilham-aliyev"],
  ["president", "gov:AZ", "2020-10", "ilham-aliyev", "heydar-aliyev"],
  ["president", "gov:TM", "2015-01", "gurbanguly-berdimuhamedow", "serdar-berdimuhamedow"],
  ["defence-minister", "gov:RU", "2004-09", "sergei-ivanov", "igor-ivanov"],
  ["foreign-minister", "gov:RU", "2002-05", "igor-ivanov", "sergei-ivanov"],
  ["prime-minister", "gov:PL", "2007-03", "jaroslaw-kaczynski", "lech-kaczynski"],
  ["president", "gov:PL", "2007-03", "lech-kaczynski", "jaroslaw-kaczynski"],
  ["prime-minister", "gov:GR", "1991-01", "konstantinos-mitsotakis", "kyriakos-mitsotakis"],
  ["prime-minister", "gov:GR", "2010-05", "george-papandreou", "andreas-papandreou"],
  ["prime-minister", "gov:DK", "1999-01", "poul-nyrup-rasmussen", "anders-fogh-rasmussen", "lars-lokke-rasmussen"],
  ["prime-minister", "gov:DK", "2018-01", "lars-lokke-rasmussen", "anders-fogh-rasmussen"],
  ["foreign-minister", "gov:GB", "2008-08", "david-miliband", "ed-miliband"],
  ["interior-minister", "gov:GB", "2009-11", "alan-johnson", "boris-johnson"],
  ["president", "gov:CH", "2009-08", "hans-rudolf-merz", "friedrich-merz"],
  ["prime-minister", "gov:CA", "1982-04", "pierre-trudeau", "justin-trudeau"],
  ["president", "gov:CU", "2003-01", "fidel-castro", "raul-castro"],
  ["president", "gov:CU", "2015-07", "raul-castro", "fidel-castro"],
  ["president", "gov:AR", "2005-01", "nestor-kirchner", "cristina-fernandez-de-kirchner"],
  ["president", "gov:AR", "2021-01", "alberto-fernandez", "cristina-fernandez-de-kirchner"],
  ["president", "gov:PH", "1987-01", "corazon-aquino", "benigno-aquino"],
  ["president", "gov:PH", "1975-01", "ferdinand-marcos-sr", "ferdinand-marcos-jr"],
  ["president", "gov:CD", "2000-01", "laurent-kabila", "joseph-kabila"],
  ["president", "gov:TD", "2010-01", "idriss-deby", "mahamat-deby"],
  ["president", "gov:KE", "1970-01", "jomo-kenyatta", "uhuru-kenyatta"],
  ["prime-minister", "gov:TH", "2003-01", "thaksin-shinawatra", "yingluck-shinawatra", "paetongtarn-shinawatra"],
  ["president", "gov:TL", "2019-01", "francisco-guterres", "antonio-guterres"],
];

const OTHERS: readonly Fact[] = [
  ["president", "gov:US", "2018-06", "donald-trump", "barack-obama"],
  ["president", "gov:FR", "2014-06", "francois-hollande", "nicolas-sarkozy"],
  ["prime-minister", "gov:FR", "2018-12", "edouard-philippe", "manuel-valls"],
  ["prime-minister", "gov:DE", "2015-09", "angela-merkel", "gerhard-schroeder"],
  ["foreign-minister", "gov:DE", "2019-07", "heiko-maas", "sigmar-gabriel"],
  ["foreign-minister", "gov:DE", "2008-02", "frank-walter-steinmeier", "guido-westerwelle"],
  ["president", "gov:DE", "2011-01", "christian-wulff", "joachim-gauck"],
  ["prime-minister", "gov:AT", "2020-06", "sebastian-kurz", "karl-nehammer"],
  ["prime-minister", "gov:GB", "2001-09", "tony-blair", "gordon-brown"],
  ["finance-minister", "gov:GB", "2013-03", "george-osborne", "philip-hammond"],
  ["foreign-minister", "gov:PK", "2020-02", "shah-mahmood-qureshi", "bilawal-bhutto-zardari"],
  ["army-chief", "gov:PK", "2019-08", "qamar-javed-bajwa", "asim-munir"],
  ["prime-minister", "gov:BD", "2004-08", "khaleda-zia", "sheikh-hasina"],
  ["prime-minister", "gov:JP", "2010-01", "yukio-hatoyama", "shinzo-abe"],
  ["prime-minister", "gov:IT", "2012-06", "mario-monti", "silvio-berlusconi"],
  ["president", "gov:RU", "2010-06", "dmitry-medvedev", "vladimir-putin"],
  ["prime-minister", "gov:TR", "2012-06", "recep-tayyip-erdogan", "abdullah-gul"],
  ["president", "gov:IR", "2010-06", "mahmoud-ahmadinejad", "hassan-rouhani"],
  ["king", "gov:SA", "2010-06", "abdullah-bin-abdulaziz", "salman-bin-abdulaziz"],
  ["un-secretary-general", "org:un", "2010-06", "ban-ki-moon", "antonio-guterres"],
  ["un-refugee-commissioner", "org:unhcr", "2010-06", "antonio-guterres", "filippo-grandi"],
  ["nato-secretary-general", "org:nato", "2012-06", "anders-fogh-rasmussen", "jens-stoltenberg"],
  ["european-commission-president", "org:european-commission", "2012-06", "jose-manuel-barroso"],
  ["eu-high-representative", "org:eu", "2016-06", "federica-mogherini", "josep-borrell"],
  ["pope", "org:catholic-church", "2010-06", "benedict-xvi", "pope-francis"],
];

describe("terms of office", () => {
  it.each([...ONE_NAME, ...OTHERS])("%s of %s in %s: %s", (office, of, month, holder, ...others) => {
    const answer = (person: string): boolean | undefined => held(`person:${person}`, office, of, { date: month });
    expect(answer(holder)).toBe(true);
    expect(others.filter((other) => answer(other) !== false)).toEqual([]);
  });

  it("are only of people of the list", () => {
    const ids = new Set(people.map(({ id }) => id));
    const named = [...ONE_NAME, ...OTHERS].flatMap(([, , , ...both]) => both);
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });

  it("of an office that belongs to an organization by its name are of that organization", () => {
    const fixed = new Map(offices.map((office) => [office.id, office.fixed]));
    const wrong = termsOfOffice.terms.filter(({ office, of }) => (fixed.get(office) ?? of) !== of);
    expect(wrong.map(({ office, of }) => `${office} of ${of}`)).toEqual([]);
  });

  it("are told up to a month, and none begins after it", () => {
    const { asOf, terms } = termsOfOffice;
    const late = terms.flatMap(({ holders }) => holders.filter(({ from, to = from }) => from > asOf || to > asOf));
    expect(late).toEqual([]);
  });
});
