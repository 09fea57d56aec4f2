/**
 * Stands in for ajv: html-validate compiles some forty JSON schemas to check its own tables and presets, and
 * the configuration, which is constant. That is half a second for what a unit test has checked with the real
 * ones.
 */
module.exports = class TrustingAjv {
  addMetaSchema() {}
  addKeyword() {}
  getSchema() {}
  compile() {
    return () => true;
  }
};
