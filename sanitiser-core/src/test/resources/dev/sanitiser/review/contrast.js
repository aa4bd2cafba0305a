// The texts whose contrast with their background is below what WCAG 2.2 asks for (1.4.3, level AA).
const channels = colour => colour.match(/[\d.]+/g).map(Number);
const luminance = ([r, g, b]) => [r, g, b]
  .map(c => c / 255)
  .map(c => (c > 0.04045 ? ((c + 0.055) / 1.055) ** 2.4 : c / 12.92))
  .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
const background = element => {
  for (let e = element; e; e = e.parentElement) {
    const colour = channels(getComputedStyle(e).backgroundColor);
    if (colour.length === 3 || colour[3] === 1) return colour;
  }
  return [255, 255, 255];
};
const contrast = (a, b) => {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
};
return Array.from(document.querySelectorAll('body *'))
  .filter(e => Array.from(e.childNodes).some(n => n.nodeType === 3 && n.data.trim()))
  .filter(e => e.getClientRects().length && !['SCRIPT', 'STYLE'].includes(e.tagName))
  .map(e => ({ e, ratio: contrast(channels(getComputedStyle(e).color), background(e)) }))
  .filter(({ ratio }) => ratio < 4.5)
  .map(({ e, ratio }) => e.tagName + '.' + e.className + ' ' + ratio.toFixed(2) + ' ' + e.textContent.slice(0, 30));
