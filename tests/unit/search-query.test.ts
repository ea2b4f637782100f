import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../src/search/query.ts';

describe('a query taken apart', () => {
  it.each([
    ['委托生产', { phrase: '委托生产', words: ['委托生产'], excluded: [], literal: false }],
    ['1: 0.5', { phrase: '1:0.5', words: ['1:', '0.5'], excluded: [], literal: false }],
    ['临床 试验', { phrase: '临床试验', words: ['临床', '试验'], excluded: [], literal: false }],
    ['三类 -诊断', { phrase: '三类-诊断', words: ['三类'], excluded: ['诊断'], literal: false }],
    ['三类 －诊断', { phrase: '三类-诊断', words: ['三类'], excluded: ['诊断'], literal: false }],
    ['三类 -"诊断 试剂"', { phrase: '三类-"诊断试剂"', words: ['三类'], excluded: ['诊断试剂'], literal: false }],
    ['-诊断', { phrase: '-诊断', words: ['-诊断'], excluded: [], literal: false }],
    ['AI-药', { phrase: 'ai-药', words: ['ai-药'], excluded: [], literal: false }],
    ['"临床 试验"', { phrase: '临床试验', words: ['临床试验'], excluded: [], literal: true }],
    ['“新优药械”目录', { phrase: '“新优药械”目录', words: ['“新优药械”目录'], excluded: [], literal: false }],
    ['"', { phrase: '"', words: [], excluded: [], literal: false }],
    ['   ', { phrase: '', words: [], excluded: [], literal: false }],
  ])('%j', (typed, expected) => {
    expect(parseQuery(typed)).toEqual(expected);
  });
});
