/** What is on the disk, after crashes and damage. */
@NullMarked
package io.shopcare.mongo.store;

import org.jspecify.annotations.NullMarked;
