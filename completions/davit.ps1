# Completion of davit for PowerShell. `davit __complete WORD...` prints the candidates; CONTRIBUTING describes the format.

Register-ArgumentCompleter -Native -CommandName 'davit' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    # only words that begin before the cursor, without their quotes
    $words = @(
        foreach ($element in $commandAst.CommandElements) {
            if ($element.Extent.StartOffset -lt $cursorPosition) {
                if ($element -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $element.Value }
                else { $element.Extent.Text }
            }
        }
    )
    $program, $words = $words
    $words = @($words)
    if ($wordToComplete -eq '') {
        # older versions lose an argument that is empty
        $words += if ($PSNativeCommandArgumentPassing -in 'Standard', 'Windows') { '' } else { '""' }
    }
    $answer = @(& $program __complete @words 2>$null)
    if ($answer.Count -eq 0) { return }

    $directive = [int]($answer[-1].Substring(1))
    $flag = if ($wordToComplete -match '^-[^=]*=') { $Matches[0] } else { '' }
    $space = if ($directive -band 2) { '' } else { ' ' }
    $results = @(
        foreach ($line in ($answer | Select-Object -SkipLast 1)) {
            $word, $about = $line -split "`t", 2
            if (-not $about) { $about = $word }
            $text = $flag + $word
            if ($text -match '[^\w@%+=:,./-]') { $text = "'" + $text.Replace("'", "''") + "'" }
            [System.Management.Automation.CompletionResult]::new($text + $space, $word, 'ParameterValue', $about)
        }
    )
    # without results PowerShell completes names of files, which an empty text prevents
    if ($results.Count -eq 0 -and $directive -band 5) { '' } else { $results }
}
