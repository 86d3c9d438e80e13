import { describe, expect, it } from 'vitest';
import { readJsonObject } from '#write/json-input.ts';

describe('readJsonObject', () => {
  it('keeps numbers as they are written', () => {
    expect(readJsonObject('{"epochs": 500, "loss": 0.10, "lr": 1e-4, "list": [7.00]}')).toEqual({
      epochs: '500',
      loss: '0.10',
      lr: '1e-4',
      list: ['7.00'],
    });
  });

  it('takes null for a key that is not there, and truth values as words', () => {
    expect(readJsonObject('{"a": null, "b": true, "c": {"d": null}}')).toEqual({ b: 'true', c: {} });
  });

  it.each([
    ['no JSON', '{"a": }', /not valid JSON/],
    ['a list', '[1]', /expected one object/],
    ['a text', '"x"', /expected one object/],
    ['a key that would change what an object is', '{"metrics": {"__proto__": {"x": 1}}}', /__proto__/],
  ])('refuses %s', (_, json, message) => {
    expect(() => readJsonObject(json)).toThrow(message);
  });
});
