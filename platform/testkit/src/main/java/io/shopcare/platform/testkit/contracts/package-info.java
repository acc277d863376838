/** The contract between services, for tests: schemas that judge, samples that feed, and the checks of their change. */
@NullMarked
package io.shopcare.platform.testkit.contracts;

import org.jspecify.annotations.NullMarked;
