import { matchingHttp, noQuery, type Page, type PageQuery, pageQuery } from '@lettrage/contracts';
import { AtLeast, type Caller, FromCaller } from '@lettrage/http';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Rules } from './rules.js';
import { TryRule } from './try-rule.js';

@ApiTags('rules')
@Controller('rules')
export class RulesController {
  constructor(
    private readonly rules: Rules,
    private readonly tryRule: TryRule,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: matchingHttp.ruleList })
  async list(@FromCaller() caller: Caller, @Query({ schema: noQuery }) _none: object): Promise<{ items: matchingHttp.StoredRule[] }> {
    return { items: await this.rules.list(caller.organisationId) };
  }

  /** A new rule is not active unless the body says so: try it first. */
  @Post()
  @AtLeast('accountant')
  @ApiCreatedResponse({ standardSchema: matchingHttp.storedRule })
  create(@FromCaller() caller: Caller, @Body({ schema: matchingHttp.createRuleBody }) body: matchingHttp.CreateRuleBody): Promise<matchingHttp.StoredRule> {
    return this.rules.create(caller.organisationId, caller.userId, body, new Date());
  }

  /** What the rule would have done to the latest receipts, instead of the stored rule `ruleId` where that is given. Nothing is changed. */
  @Post('try')
  @HttpCode(200)
  @AtLeast('accountant')
  @ApiOkResponse({ standardSchema: matchingHttp.tryRuleResult })
  try(@FromCaller() caller: Caller, @Body({ schema: matchingHttp.tryRuleBody }) body: matchingHttp.TryRuleBody): Promise<matchingHttp.TryRuleResult> {
    return this.tryRule.run(caller.organisationId, body);
  }

  /** Who changed which rule when, the latest first; also of rules that are gone. */
  @Get('history')
  @ApiOkResponse({ standardSchema: matchingHttp.ruleHistoryPage })
  history(@FromCaller() caller: Caller, @Query({ schema: pageQuery }) query: PageQuery): Promise<Page<matchingHttp.RuleChange>> {
    return this.rules.history(caller.organisationId, query);
  }

  @Put(':ruleId')
  @AtLeast('accountant')
  @ApiOkResponse({ standardSchema: matchingHttp.storedRule })
  update(@FromCaller() caller: Caller, @Param('ruleId') ruleId: string, @Body({ schema: matchingHttp.updateRuleBody }) body: matchingHttp.UpdateRuleBody): Promise<matchingHttp.StoredRule> {
    return this.rules.update(caller.organisationId, caller.userId, ruleId, body, new Date());
  }

  @Delete(':ruleId')
  @HttpCode(204)
  @AtLeast('accountant')
  @ApiNoContentResponse()
  remove(@FromCaller() caller: Caller, @Param('ruleId') ruleId: string): Promise<void> {
    return this.rules.remove(caller.organisationId, caller.userId, ruleId, new Date());
  }

  /** What the rule said and when, the newest first; also of a rule that was removed, because reasons name it. */
  @Get(':ruleId/versions')
  @ApiOkResponse({ standardSchema: matchingHttp.ruleVersions })
  versions(@FromCaller() caller: Caller, @Param('ruleId') ruleId: string): Promise<matchingHttp.RuleVersions> {
    return this.rules.versions(caller.organisationId, ruleId);
  }
}
