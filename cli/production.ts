/** Says that this is no development before any package looks: graphql, among others, then leaves out checks that are for its developers. */
process.env.NODE_ENV ??= 'production'
