#!/usr/bin/env node
// Writes .env.example from the one list of settings in cli/settings.ts.
const { writeFileSync } = require('node:fs')
const { join } = require('node:path')
require('./register-ts.cjs')
const { environmentExample } = require('../cli/settings.ts')

writeFileSync(join(__dirname, '..', '.env.example'), environmentExample())
