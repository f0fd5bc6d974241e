# What differs from run to run: IDs, times, process IDs, random names and numbers
s/\bansible-tmp-[0-9.]+-[0-9]+-[0-9]+/ansible-tmp/g
s/\b[0-9a-f]{64}(-init)?\b/<id>/g
s/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/<uuid>/g
s/\b([0-9a-f]{12}|[0-9a-f]{16})\b/<short id>/g
s/\b(gcl-[a-z-]+|gitlab-ci-local(-file-variables-group-project)?-|scripts\/[a-z-]+_)[0-9]+\b/\1<number>/g
s/(CI_JOB_ID=|-\/jobs\/)[0-9]+/\1<number>/g
s/[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}:[0-9]{2}([.,][0-9]+)?( [+-][0-9]{4} [A-Z]+|Z|[+-][0-9:]{5})?/<time>/g
s/\b1[789][0-9]{8}([0-9]{3}|[0-9]{9})?\b/<time>/g
s/("Pid\\?":)[0-9]+/\1<pid>/g
s/("HostPort\\?":\\?")(3|4|5|6)[0-9]{4}\b/\1<port>/g
s/\b[0-9a-f]{2}(:[0-9a-f]{2}){5}\b/<mac>/g
s/\b(BECOME-SUCCESS-)[a-z]{32}/\1<random>/g
s/\bone_[0-9]{10}\b/one_<number>/g
s/[0-9.]+ (ms|s|min)\b/<time>/g
s/\b(Docker version [0-9.]+, build )[0-9A-Za-z.-]+/\1<build>/g
s/\b(Up|Exited \([0-9]+\)) (Less than a second|About a minute|[0-9]+ (seconds?|minutes))( ago)?/\1 <age>/g
s/(Sending build context to Docker daemon +)[0-9.]+[kM]?B/\1<size>/g
s/\b(asset(In|Out)put|copyContainer)[0-9a-f]{24}\b/\1<random>/g
s/\bpre-commit-[0-9a-f]{32}\b/pre-commit-<id>/g
s/\bpatch[0-9]+-[0-9]+\b/patch/g
s/\/d[0-9]{8}-[0-9]+-[0-9a-z]+/\/<directory>/g
s/(duration: )[0-9.]+s/\1<time>/
