/** What is watched for in bills, case by case. */
@NullMarked
package dev.hufu.policy.forensics;

import org.jspecify.annotations.NullMarked;
