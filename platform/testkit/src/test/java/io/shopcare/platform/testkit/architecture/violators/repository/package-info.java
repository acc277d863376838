/** Has a repository. */
@NullMarked
package io.shopcare.platform.testkit.architecture.violators.repository;

import org.jspecify.annotations.NullMarked;
