import 'reflect-metadata';

import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, ValidateNested } from 'class-validator';

import { unfitPart, problemsOf } from './documented-input.js';

class Inner {
  @IsInt()
  line!: number;
}

class Checked {
  @IsString()
  name!: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => Inner)
  inner?: Inner;
}

class Unchecked {
  name!: string;
}

class Closed {
  @IsOptional()
  inner?: Inner;
}

@Controller('sound/:reference')
class SoundController {
  @Post()
  write(@Param() _param: Checked, @Query() _query: Checked, @Body() _body: Checked): string {
    return '';
  }
}

@Controller('planted')
class PlantedController {
  @Get('picked/:id')
  picked(@Param('id') _id: string): string {
    return '';
  }

  @Get('ignored/:id')
  ignored(): string {
    return '';
  }

  @Get('bare')
  bare(@Query() _query: Unchecked): string {
    return '';
  }

  @Post('shapeless')
  shapeless(@Body() _body: Record<string, unknown>): string {
    return '';
  }

  @Post('closed')
  closed(@Body() _body: Closed): string {
    return '';
  }

  notARoute(_anything: unknown): string {
    return '';
  }
}

describe('the walk over what routes take in', () => {
  it('finds nothing to say about classes that are checked at every level', () => {
    expect(problemsOf(SoundController)).toEqual([]);
  });

  it('names every planted body, query and parameter that nothing checks', () => {
    expect(problemsOf(PlantedController)).toEqual([
      'PlantedController.picked: "id" is picked out of the path parameters',
      'PlantedController.ignored: the path parameters are not taken',
      'PlantedController.bare: the query has no class with validated properties',
      'PlantedController.shapeless: the body has no class with validated properties',
      'PlantedController.closed: body.inner is not looked into',
    ]);
  });
});

describe('what no input may hold', () => {
  it.each([['a\0b'], [{ deep: [{ er: '\0' }] }], ['half \ud83d'], ['\ude00 half']])(
    'is a text that is none, in %j',
    (input) => {
      expect(unfitPart(input)).toContain('U+0000');
    },
  );

  it.each(['constructor', 'toString', 'hasOwnProperty', '__proto__'])('is the key %s', (key) => {
    expect(unfitPart({ inner: [JSON.parse(`{"${key}": 1}`)] })).toBe(`property ${key} should not exist`);
  });

  it('is more depth than anything here has', () => {
    let input: unknown = 'x';
    for (let depth = 0; depth < 50_000; depth += 1) input = [input];
    expect(unfitPart(input)).toContain('levels');
  });

  it.each([['plain'], [{ text: 'whole 😀', number: 1, none: null }], [undefined]])(
    'is not found in %j',
    (input) => {
      expect(unfitPart(input)).toBeNull();
    },
  );
});
