import { describe, expect, it } from 'vitest';
import { parse, plain } from '../../../form/markup';
import { fromHtml } from './pasted';

describe('formatted text that is pasted', () => {
  it.each([
    ['<p>Kom <b>fastande</b> <i>idag</i>.</p>', 'Kom **fastande** *idag*.'],
    ['<p>Kom <b>fastande </b>idag</p>', 'Kom **fastande** idag'],
    ['<b>en</b><b> till</b>', '**en till**'],
    ['<p>ett</p><p>två<br>tre</p>', 'ett\n\ntvå\ntre'],
    ['<h1>Rubrik</h1><div>a</div><div>b</div>', 'Rubrik\n\na\nb'],
    ['<p>Ta:</p><ul><li>pass</li><li><p>kort</p></li></ul><p>Hej</p>', 'Ta:\n- pass\n- kort\n\nHej'],
    ['<ol><li>ett<ul><li>inre</li></ul></li><li>två</li></ol>', '1. ett\n- inre\n1. två'],
    ['<a href="https://www.1177.se/a">Läs <b>mer</b></a>', '[Läs **mer**](https://www.1177.se/a)'],
    ['<a href="tel:112">112</a>', '[112](tel:112)'],
    ['<b style="font-weight:normal">a <span style="font-weight:700">b</span></b>', 'a **b**'],
    ['<p>5 *6* [7](https://1177.se)</p>', '5 \\*6\\* \\[7\\](https://1177.se)'],
    ['<p>3 * 4 och [1]</p>', '3 * 4 och [1]'],
    ['<b><i>båda</i> fet</b>', '***båda* fet**'],
    [
      '<p class=MsoListParagraph style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·<span>&nbsp;&nbsp;</span></span>pass</p>' +
        '<p class=MsoListParagraph style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·</span>kort<o:p></o:p></p>',
      '- pass\n- kort',
    ],
    [
      '<p style="mso-list:l1"><span style="mso-list:Ignore">1.</span>ett</p><p style="mso-list:l1"><span style="mso-list:Ignore">2.</span>två</p>',
      '1. ett\n2. två',
    ],
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
  ])('%s becomes %s', (html, text) => {
    expect(fromHtml(html)).toBe(text);
  });

  it.each([
    ['<p>a<script>alert(1)</script><style>p{}</style></p>', 'a'],
    ['<img src=x onerror="alert(1)">b', 'b'],
    ['<a href="javascript:alert(1)">c</a>', 'c'],
    ['<a href=" jAvAsCrIpT:alert(1)">c</a>', 'c'],
    ['<a href="https://1177.se@ont.example">c</a>', 'c'],
    ['<a href="data:text/html,x" onclick="x()">c</a>', 'c'],
    ['<svg onload="x()"><a href="https://1177.se">d</a></svg>e', 'e'],
    ['<p>f<span style="display:none">hemligt</span><iframe src="x">g</iframe></p>', 'f'],
    ['<p>&lt;script&gt;x&lt;/script&gt;</p>', '<script>x</script>'],
    ['<math><mtext><style><img src=x onerror=x()></style></mtext></math>h', 'h'],
    ['<form action="https://ont.example"><input value="i"><button>j</button>k</form>', 'k'],
  ])('of %s only %s is left', (html, text) => {
    expect(fromHtml(html)).toBe(text);
  });

  it('runs nothing and fetches nothing', () => {
    let ran = false;
    Object.assign(window, { ran: () => (ran = true) });
    fromHtml('<img src=x onerror="ran()"><script>ran()</script><body onload="ran()">');
    expect(ran).toBe(false);
    expect(document.querySelector('img, script[src]')).toBeNull();
  });

  it('survives what nests without an end, and is read as it was written', () => {
    const deep = `${'<div>'.repeat(3000)}<b>djupt</b>${'</div>'.repeat(3000)}`;
    expect(plain(fromHtml(deep) ?? '')).toBe('djupt');
    expect(fromHtml('x'.repeat(600_000))).toBeNull();
    expect(fromHtml('')).toBeNull();
  });

  it('has the same words, whatever they are', () => {
    for (const words of [
      '**',
      '*a*',
      '[a](https://1177.se)',
      '\\*',
      'a\\b',
      '***x***',
      '[*a]*',
      '](',
      '`_~',
    ]) {
      const text = fromHtml(`<p>x${words}x <b>${words}</b></p>`) ?? '';
      expect(plain(text), text).toBe(`x${words}x ${words}`);
      expect(parse(text)).toHaveLength(1);
    }
  });
});
