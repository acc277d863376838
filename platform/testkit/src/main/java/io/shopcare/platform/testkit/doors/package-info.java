/** Who may come in where: the role tables of the services, and whoever tries every door by them. */
@NullMarked
package io.shopcare.platform.testkit.doors;

import org.jspecify.annotations.NullMarked;
