/* What a query means: words, each with what else stands for it, and the documents it names. See index.js. */
__edition_search("@query", (search) => {
  "use strict";
  const { fold } = search;
  const QUESTION = /请问|为什么|为何|怎么样|怎么办|怎么搞|怎样|怎么|如何|是什么|什么|哪一个|哪些|哪个|哪里|哪儿|哪|有没有|是不是|是否|多少|谁|吗|呢|呀/gu;
  const PARTICLES = /[的地得了着在是和与及或把被对向要就都也还有让给能会可应]+/u;
  const LATIN = /^[a-z]{2,}$/;
  const DEFINITION = /^(?:什么是|何为|何谓|啥是|啥叫|什么叫)(.{2,})$|^(.{2,}?)(?:是什么|是啥|指什么|是指什么|是什么意思|什么意思|的定义|的含义)$/u;

  /* Names, once they are loaded: terms, synonyms, places. */
  const meanings = new Map(); // name → phrases that stand for it
  let longest = 2, places = null;
  const takeNames = () => {
    const { terms, synonyms, places: pinyins } = search.names;
    const add = (name, phrases) => {
      if (name.length < 2) return;
      meanings.set(name, [...new Set([...(meanings.get(name) ?? []), ...phrases])]);
      longest = Math.max(longest, name.length);
    };
    for (const [, term, forms, aliases] of terms) {
      const own = [term, ...forms].map(fold);
      for (const name of own) add(name, own);
      for (const alias of aliases) add(fold(alias), own);
    }
    for (const [word, others] of Object.entries(synonyms)) add(fold(word), others.map(fold));
    places = new Map();
    for (const [d, [, short, name]] of search.manifest.documents.entries()) {
      const place = fold(name), pinyin = pinyins[name];
      if (!places.has(place)) places.set(place, { pinyin: pinyin.replaceAll(" ", ""), initials: initialsOf(pinyin), documents: [] });
      places.get(place).documents.push([d, fold(short)]);
      longest = Math.max(longest, place.length + 1);
    }
  };
  /* The documents that a word names by their place: 遂宁, 遂宁市, 遂宁市委决定, suining. */
  const placed = (word) => {
    const found = new Set();
    if (LATIN.test(word)) for (const { pinyin, initials, documents } of places.values()) if (word === pinyin || word === initials) for (const [d] of documents) found.add(d);
    for (let length = word.length; length > 0; length--) {
      const rest = word.slice(length), { documents = [] } = places.get(word.slice(0, length)) ?? {};
      for (const [d, short] of documents) if (/^[省县市区州]?$/u.test(rest) || short.startsWith(word)) found.add(d);
    }
    return found;
  };

  const DIGITS = "〇一二三四五六七八九";
  const numeral = (text) => { // 二十五 → 25, 二〇二七 → 2027
    const digits = text.replaceAll("零", "〇").replaceAll("两", "二");
    if (!/[十百千]/u.test(digits)) return [...digits].map((one) => DIGITS.indexOf(one)).join("");
    let sum = 0, digit = 0;
    for (const char of digits) {
      const unit = { 十: 10, 百: 100, 千: 1000 }[char];
      if (unit) { sum += (digit || 1) * unit; digit = 0; }
      else digit = DIGITS.indexOf(char);
    }
    return String(sum + digit);
  };
  const han = (number) => {
    const tens = Math.floor(number / 10);
    return (tens > 1 ? DIGITS[tens] : "") + (tens ? "十" : "") + (number % 10 || !tens ? DIGITS[number % 10] : "");
  };
  const renumbered = (word) => [
    word.replace(/[〇零一二三四五六七八九十百千两]{2,}|[〇零一二三四五六七八九](?=[年月日个位项])/gu, numeral),
    word.replace(/\d+/g, (number) => (number.length < 3 && !/^0/.test(number) ? han(+number) : number)),
  ].filter((other) => other !== word);

  /* How well letters fit a name's pinyin: in full from the beginning of a syllable, or the initials. */
  const initialsOf = (pinyin) => pinyin.split(" ").map((one) => one[0]).join("");
  const soundsLike = (pinyin, letters) => {
    const all = pinyin.split(" "), initials = initialsOf(pinyin);
    if (letters.length > 2) for (const i of all.keys()) if (all.slice(i).join("").startsWith(letters)) return i ? 0.7 : 0.9;
    return initials === letters ? 0.85 : letters.length > 2 && initials.includes(letters) ? 0.6 : 0;
  };

  /* A word: its phrases with their worth, and the documents it names. */
  const word = (text, strict) => {
    const phrases = new Map([[text, 1]]);
    const also = (list, worth) => list.forEach((other, i) => { if (other && !phrases.has(other)) phrases.set(other, worth - Math.min(i, 8) * 0.02); });
    if (strict) return { text, phrases, documents: new Set() };
    also(renumbered(text), 0.95);
    also(meanings.get(text) ?? [], 0.8);
    if (LATIN.test(text)) {
      for (const [, term, forms, , , pinyin] of search.names?.terms ?? []) {
        const worth = soundsLike(pinyin, text);
        if (worth) also([term, ...forms].map(fold), worth);
      }
      for (const [place, { pinyin, initials }] of places) if (pinyin === text || initials === text) also([place], 0.9);
    }
    return { text, phrases, documents: placed(text) };
  };
  /* Known names inside a longer run, and what is left between them. */
  const segment = (text) => {
    const known = [], left = [];
    let rest = "";
    const keep = () => { left.push(...rest.split(PARTICLES).filter(Boolean)); rest = ""; };
    for (let i = 0; i < text.length;) {
      let length = Math.min(longest, text.length - i);
      while (length > 1 && !meanings.has(text.slice(i, i + length)) && !placed(text.slice(i, i + length)).size) length--;
      if (length > 1) { keep(); known.push(text.slice(i, i + length)); i += length; }
      else rest += text[i++];
    }
    keep();
    return { known, left };
  };
  /* whole: all of it; stripped: without question words; defined: what a question asks to be told; words: as typed, "quoted" ones strictly;
     letters: several words of pinyin, one by one; pieces: names in it and the rest. */
  const read = (raw) => {
    places ??= new Map();
    if (search.names && !meanings.size) takeNames();
    const strict = [];
    const rest = raw.replace(/["“”„]([^"“”„]+)["“”]|「([^」]+)」|『([^』]+)』/gu, (_, a, b, c) => { strict.push(fold(a ?? b ?? c)); return " "; });
    const plain = rest.split(/\s+/u).map(fold).filter(Boolean).slice(0, 12);
    const letters = plain.length > 1 && plain.every((one) => /^[a-z]+$/.test(one)) ? plain : [];
    const spelt = letters.length ? [letters.join("")] : plain;
    const bare = (text) => text.replace(QUESTION, " ").split(/\s+/u).filter(Boolean);
    const parts = rest.normalize("NFKC").split(/[\s\p{P}]+/u).flatMap(bare).map(fold).filter(Boolean).map(segment);
    const known = parts.flatMap((one) => one.known), left = parts.flatMap((one) => one.left);
    const exact = strict.filter(Boolean).map((one) => word(one, true));
    const whole = fold(raw), [, before, after] = whole.match(DEFINITION) ?? [];
    return {
      whole, defined: before ?? after, letters, stripped: plain.flatMap(bare).join(""), strict: exact.length > 0, known, left,
      words: [...exact, ...spelt.map((one) => word(one))],
      pieces: [...exact, ...[...new Set([...known, ...left])].map((one) => word(one))],
    };
  };
  return { read, word, placed, numeral, renumbered, soundsLike, LATIN, allNames: () => [...meanings.keys(), ...places.keys()] };
});
