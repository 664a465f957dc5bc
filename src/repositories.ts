/** All repositories of one request, over one set of batches. */
import { ArticleRepository } from './article/article.repository'
import { Batch } from './batch'
import { ClaimRepository } from './claim/claim.repository'
import { DecisionRepository } from './decision/decision.repository'
import { DocumentRepository } from './document/document.repository'
import { EntityRepository } from './entity/entity.repository'
import { FigureRepository } from './figure/figure.repository'
import { NetworkRepository } from './network/network.repository'
import { PathRepository } from './network/path.repository'
import { OrganizationRepository } from './organization/organization.repository'
import { PersonRepository } from './person/person.repository'
import { PolicyRepository } from './policy/policy.repository'
import type { Reader } from './reader'
import { RegionRepository } from './region/region.repository'
import { SearchRepository } from './search/search.repository'
import type { Shared } from './shared'

export class Repositories {
  private readonly batch: Batch
  readonly entities: EntityRepository
  readonly people: PersonRepository
  readonly organizations: OrganizationRepository
  readonly regions: RegionRepository
  readonly policies: PolicyRepository
  readonly articles: ArticleRepository
  readonly claims: ClaimRepository
  readonly figures: FigureRepository
  readonly documents: DocumentRepository
  readonly decisions: DecisionRepository
  readonly search: SearchRepository
  readonly network: NetworkRepository
  readonly paths: PathRepository

  constructor(reader: Reader, shared: Shared) {
    this.batch = new Batch(reader, shared.counts)
    this.entities = new EntityRepository(this.batch, shared.readBodyName)
    this.people = new PersonRepository(this.batch, this.entities)
    this.organizations = new OrganizationRepository(this.batch, this.entities)
    this.regions = new RegionRepository(this.batch, this.entities)
    this.policies = new PolicyRepository(this.batch, this.entities)
    this.articles = new ArticleRepository(this.batch, this.entities)
    this.claims = new ClaimRepository(this.batch, this.entities)
    this.figures = new FigureRepository(this.batch, this.entities)
    this.documents = new DocumentRepository(this.batch)
    this.decisions = new DecisionRepository(this.batch)
    this.search = new SearchRepository(reader, shared)
    this.network = new NetworkRepository(reader)
    this.paths = new PathRepository(reader)
  }

  /** Asks the database again for what was known before a change. */
  forget(): void {
    this.batch.forget()
  }
}
