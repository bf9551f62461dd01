import 'reflect-metadata';

import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, ValidateNested } from 'class-validator';

import { holdsNoText, problemsOf } from './documented-input.js';

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

describe('a text that is none', () => {
  it.each([['a\0b'], [{ deep: [{ er: '\0' }] }], ['half \ud83d'], ['\ude00 half']])(
    'is seen in %j',
    (input) => {
      expect(holdsNoText(input)).toBe(true);
    },
  );

  it.each([['plain'], [{ text: 'whole 😀', number: 1, none: null }], [undefined]])(
    'is not seen in %j',
    (input) => {
      expect(holdsNoText(input)).toBe(false);
    },
  );

  it('is looked for however deep', () => {
    let input: unknown = '\0';
    for (let depth = 0; depth < 50_000; depth += 1) input = [input];
    expect(holdsNoText(input)).toBe(true);
  });
});
